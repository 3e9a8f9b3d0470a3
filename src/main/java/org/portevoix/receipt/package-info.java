/** The code by which a resident follows what they gave. */
@NullMarked
package org.portevoix.receipt;

import org.jspecify.annotations.NullMarked;
