/** The action sheets of a contract. */
@NullMarked
package org.portevoix.actionsheet;

import org.jspecify.annotations.NullMarked;
