/** Words, tables and drawings on paper: in every script of the neighbourhood, and as PDFs that a screen reader reads. */
@NullMarked
package org.portevoix.paper;

import org.jspecify.annotations.NullMarked;
