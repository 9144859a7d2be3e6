/** Tests of provider requests, beside the providers' own request types. */
@NullMarked
package dev.mete.engine.json.request;

import org.jspecify.annotations.NullMarked;
