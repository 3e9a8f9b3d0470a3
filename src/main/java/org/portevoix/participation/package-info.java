/** The ledger of participation, its public editions, and the figures that everyone may read. It knows no other feature. */
@NullMarked
package org.portevoix.participation;

import org.jspecify.annotations.NullMarked;
