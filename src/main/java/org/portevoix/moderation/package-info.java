/** What the team decides about opinions, and what it answers. */
@NullMarked
package org.portevoix.moderation;

import org.jspecify.annotations.NullMarked;
