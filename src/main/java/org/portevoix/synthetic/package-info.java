/** Invented contracts with invented opinions and figures, for demonstrations and for bench/. No other feature knows this one. */
@NullMarked
package org.portevoix.synthetic;

import org.jspecify.annotations.NullMarked;
