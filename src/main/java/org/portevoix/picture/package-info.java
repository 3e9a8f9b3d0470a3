/** Pictures of actions and events: small, without what the camera wrote in them, after the text and never needed to understand. */
@NullMarked
package org.portevoix.picture;

import org.jspecify.annotations.NullMarked;
