/** The report to the steering committee: who takes part, how deeply, who is missing; each figure with its facts. */
@NullMarked
package org.portevoix.report;

import org.jspecify.annotations.NullMarked;
