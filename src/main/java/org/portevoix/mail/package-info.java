/** Letters to people: written with what they tell, sent by a job, never lost; and how to reach whom. */
@NullMarked
package org.portevoix.mail;

import org.jspecify.annotations.NullMarked;
