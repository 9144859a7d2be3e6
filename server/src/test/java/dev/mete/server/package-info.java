/** The service, asked by real clients over real connections. */
@NullMarked
package dev.mete.server;

import org.jspecify.annotations.NullMarked;
