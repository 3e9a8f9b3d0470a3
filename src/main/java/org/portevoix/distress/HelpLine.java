package org.portevoix.distress;

import io.micronaut.core.annotation.Introspected;

/**
 * A number to call in danger, free and at any hour; what for is in the messages {@code distress.line.*}.
 *
 * @param takesMessages whether one may also write to it from a telephone
 */
@Introspected
public record HelpLine(String number, boolean takesMessages) {}
