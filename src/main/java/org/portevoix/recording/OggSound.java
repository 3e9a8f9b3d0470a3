package org.portevoix.recording;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Opus in Ogg: RFC 3533 (pages), RFC 7845 (OpusHead, positions at 48 kHz). */
final class OggSound {

    private static final byte[] PAGE = "OggS".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HEAD = "OpusHead".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 27;
    private static final int PRE_SKIP = 10;
    private static final double RATE = 48_000;

    private OggSound() {}

    /** 0 for what is something else. */
    static double seconds(byte[] file) {
        if (!isAt(file, 0, PAGE)) {
            return 0;
        }
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int serial = bytes.getInt(14);
        int body = HEADER + (file[26] & 0xff);
        if (!isAt(file, body, HEAD)) {
            return 0;
        }
        int preSkip = bytes.getShort(body + PRE_SKIP) & 0xffff;
        long last = 0;
        int page = 0;
        while (page + HEADER <= file.length) {
            if (!isAt(file, page, PAGE) || bytes.getInt(page + 14) != serial) {
                return 0;
            }
            int segments = file[page + 26] & 0xff;
            int length = HEADER + segments;
            for (int i = 0; i < segments; i++) {
                length += file[page + HEADER + i] & 0xff;
            }
            // -1: no packet ends on this page.
            last = Math.max(last, bytes.getLong(page + 6));
            page += length;
        }
        return (last - preSkip) / RATE;
    }

    private static boolean isAt(byte[] file, int place, byte[] word) {
        return file.length >= place + word.length
                && Arrays.equals(file, place, place + word.length, word, 0, word.length);
    }
}
