/** The bodies of a contract: their seats, their meetings, what was brought and decided; and how the contract is approved. */
@NullMarked
package org.portevoix.committee;

import org.jspecify.annotations.NullMarked;
