/** Consultations, their questions, and the opinions of residents. */
@NullMarked
package org.portevoix.consultation;

import org.jspecify.annotations.NullMarked;
