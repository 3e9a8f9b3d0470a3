/** Plain French ("langage simple"): what makes a text hard to read, measured and said as advice. */
@NullMarked
package org.portevoix.plain;

import org.jspecify.annotations.NullMarked;
