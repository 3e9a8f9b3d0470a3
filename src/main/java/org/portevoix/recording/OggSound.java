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
    /** In a page's flags: the last one. */
    private static final int LAST = 4;

    private static final int POLYNOMIAL = 0x04c11db7;

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
            // -1: no packet ends on this page.
            last = Math.max(last, bytes.getLong(page + 6));
            page += pageLength(file, page);
        }
        return (last - preSkip) / RATE;
    }

    /** Its whole pages up to that time; the last one says that it is (RFC 3533, 6), and has its sum anew. */
    static byte[] cut(byte[] file, int seconds) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int body = HEADER + (file[26] & 0xff);
        long most = (bytes.getShort(body + PRE_SKIP) & 0xffff) + (long) (seconds * RATE);
        int lastPage = 0;
        int page = 0;
        while (page + HEADER <= file.length && bytes.getLong(page + 6) <= most) {
            lastPage = page;
            page += pageLength(file, page);
        }
        byte[] cut = Arrays.copyOf(file, Math.min(page, file.length));
        cut[lastPage + 5] |= LAST;
        ByteBuffer.wrap(cut).order(ByteOrder.LITTLE_ENDIAN).putInt(lastPage + 22, 0);
        int sum = checksum(cut, lastPage, cut.length);
        ByteBuffer.wrap(cut).order(ByteOrder.LITTLE_ENDIAN).putInt(lastPage + 22, sum);
        return cut;
    }

    private static int pageLength(byte[] file, int page) {
        int segments = file[page + 26] & 0xff;
        int length = HEADER + segments;
        for (int i = 0; i < segments; i++) {
            length += file[page + HEADER + i] & 0xff;
        }
        return length;
    }

    /** The sum of RFC 3533: polynomial 0x04c11db7, from zero, neither reflected nor inverted. */
    private static int checksum(byte[] bytes, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            sum ^= bytes[i] << 24;
            for (int bit = 0; bit < 8; bit++) {
                sum = sum << 1 ^ (sum < 0 ? POLYNOMIAL : 0);
            }
        }
        return sum;
    }

    private static boolean isAt(byte[] file, int place, byte[] word) {
        return file.length >= place + word.length
                && Arrays.equals(file, place, place + word.length, word, 0, word.length);
    }
}
