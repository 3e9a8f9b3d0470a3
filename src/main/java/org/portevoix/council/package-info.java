/** Neighbourhood councils: who they are, their meetings, what they ask for and what came of it. */
@NullMarked
package org.portevoix.council;

import org.jspecify.annotations.NullMarked;
