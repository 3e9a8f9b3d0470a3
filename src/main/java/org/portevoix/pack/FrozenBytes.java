package org.portevoix.pack;

import io.micronaut.core.annotation.Introspected;

/** What a frozen file holds. */
@Introspected
record FrozenBytes(byte[] bytes) {}
