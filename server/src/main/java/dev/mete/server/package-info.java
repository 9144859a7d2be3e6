/** The service: policies over HTTP, reloaded while it runs. */
@NullMarked
package dev.mete.server;

import org.jspecify.annotations.NullMarked;
