package org.portevoix.distress;

import io.micronaut.core.annotation.Introspected;
import java.util.List;

/**
 * What stands first on the page of somebody who may be in danger: {@code templates/distress/_help.hbs}.
 *
 * @param isOnReceipt whether the receipt of what they wrote is on that page, below
 */
@Introspected
public record Help(List<HelpLine> lines, boolean isOnReceipt) {}
