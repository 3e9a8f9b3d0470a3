package org.portevoix.recording;

import io.micronaut.core.annotation.Introspected;

/** The sound itself. */
@Introspected
record RecordingBytes(String mediaType, String digest, byte[] bytes) {}
