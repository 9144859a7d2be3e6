/** What a plan is expected to cost, how long it takes, and how often it goes wrong, from the catalog's figures. */
@NullMarked
package dev.mete.engine.economics;

import org.jspecify.annotations.NullMarked;
