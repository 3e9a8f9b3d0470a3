/** A local health contract from its file: read, judged, then written by the features' own parts. */
@NullMarked
package org.portevoix.importing;

import org.jspecify.annotations.NullMarked;
