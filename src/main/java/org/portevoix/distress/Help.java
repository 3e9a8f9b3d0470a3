package org.portevoix.distress;

import io.micronaut.core.annotation.Introspected;
import java.util.List;

/** What stands first on the page of somebody who may be in danger: {@code templates/distress/_help.hbs}. */
@Introspected
public record Help(List<HelpLine> lines) {}
