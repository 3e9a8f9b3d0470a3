/** Effects: what was adopted of what residents proposed, and what nobody had foreseen. */
@NullMarked
package org.portevoix.effect;

import org.jspecify.annotations.NullMarked;
