/** Partners who lead an action: what they report through a link of their own, and the team's nod to it. */
@NullMarked
package org.portevoix.lead;

import org.jspecify.annotations.NullMarked;
