@NullMarked
package org.portevoix.web;

import org.jspecify.annotations.NullMarked;
