/** The frame of every page: layout, page cache, errors, security headers. */
@NullMarked
package org.portevoix.web;

import org.jspecify.annotations.NullMarked;
