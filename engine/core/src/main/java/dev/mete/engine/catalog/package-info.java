/** Models and what each can take: effort levels, thinking budgets, output limits, context windows. */
@NullMarked
package dev.mete.engine.catalog;

import org.jspecify.annotations.NullMarked;
