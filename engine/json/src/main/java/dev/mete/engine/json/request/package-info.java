/** Renders a plan as the request settings that its model's API takes. */
@NullMarked
package dev.mete.engine.json.request;

import org.jspecify.annotations.NullMarked;
