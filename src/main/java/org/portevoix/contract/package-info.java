/** The contract: its territory, neighbourhoods, axes, home page and legal pages. */
@NullMarked
package org.portevoix.contract;

import org.jspecify.annotations.NullMarked;
