/** The words and acronyms that a contract explains to residents ("les mots"). */
@NullMarked
package org.portevoix.glossary;

import org.jspecify.annotations.NullMarked;
