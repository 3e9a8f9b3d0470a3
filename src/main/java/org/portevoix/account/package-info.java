/** Who of the team may come in. */
@NullMarked
package org.portevoix.account;

import org.jspecify.annotations.NullMarked;
