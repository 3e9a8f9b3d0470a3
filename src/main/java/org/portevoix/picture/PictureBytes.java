package org.portevoix.picture;

import io.micronaut.core.annotation.Introspected;

/** The picture itself. */
@Introspected
record PictureBytes(String digest, byte[] bytes) {}
