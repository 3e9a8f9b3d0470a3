package org.portevoix.recording;

import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * What a file of sound is, told by its bytes and not by its name: Opus in Ogg (RFC 7845) or WebM, AAC in MPEG-4. Anything else,
 * and anything with pictures in it, is no sound.
 *
 * @param seconds rounded up
 */
record Sound(String mediaType, int seconds) {

    static final int MOST_BYTES = 4 << 20;
    static final int MOST_SECONDS = 180;
    /** Recorders stop a little after the time that was asked for. */
    private static final double TOLERANCE_SECONDS = 0.9;

    /** Empty when it is none of the three, or when it can't be told how long it lasts. */
    static Optional<Sound> of(byte[] file) {
        try {
            double seconds = OggSound.seconds(file);
            if (seconds > 0) {
                return Optional.of(sound("audio/ogg", seconds));
            }
            seconds = WebmSound.seconds(file);
            if (seconds > 0) {
                return Optional.of(sound("audio/webm", seconds));
            }
            seconds = Mp4Sound.seconds(file);
            return seconds > 0 ? Optional.of(sound("audio/mp4", seconds)) : Optional.empty();
        } catch (IndexOutOfBoundsException | java.nio.BufferUnderflowException brokenFile) {
            return Optional.empty();
        }
    }

    private static Sound sound(String mediaType, double seconds) {
        double whole = seconds <= MOST_SECONDS + TOLERANCE_SECONDS ? Math.min(seconds, MOST_SECONDS) : seconds;
        return new Sound(mediaType, (int) Math.clamp((long) Math.ceil(whole), 1L, Short.MAX_VALUE));
    }

    boolean isTooLong() {
        return seconds > MOST_SECONDS;
    }

    /** The first three minutes of the file that it was read from, of the same kind; empty where they can't be cut out. */
    Optional<byte[]> beginning(byte[] file) {
        try {
            return Optional.of(
                    switch (mediaType) {
                        case "audio/ogg" -> OggSound.cut(file, MOST_SECONDS);
                        case "audio/webm" -> WebmSound.cut(file, MOST_SECONDS);
                        default -> Mp4Cut.of(file, MOST_SECONDS);
                    });
        } catch (IndexOutOfBoundsException
                | NoSuchElementException
                | IllegalArgumentException
                | java.nio.BufferUnderflowException brokenFile) {
            return Optional.empty();
        }
    }
}
