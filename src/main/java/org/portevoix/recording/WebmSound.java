package org.portevoix.recording;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Opus in WebM (RFC 8794, RFC 9559), as browsers and some phones record it: often without a duration and with elements of unknown
 * size, so the time of its last block is what counts.
 */
final class WebmSound {

    private static final int EBML = 0x1A45DFA3;
    private static final int DOC_TYPE = 0x4282;
    private static final int TIMESTAMP_SCALE = 0x2AD7B1;
    private static final int TRACK_TYPE = 0x83;
    private static final int CODEC = 0x86;
    private static final int CLUSTER = 0x1F43B675;
    private static final int CLUSTER_TIME = 0xE7;
    private static final int SIMPLE_BLOCK = 0xA3;
    private static final int BLOCK = 0xA1;
    /** EBML, Segment, Info, Tracks, TrackEntry, Cluster, BlockGroup: what is inside is read too. */
    private static final Set<Integer> HOLDERS = Set.of(EBML, 0x18538067, 0x1549A966, 0x1654AE6B, 0xAE, CLUSTER, 0xA0);

    private static final int AUDIO = 2;
    private static final double NANOSECONDS = 1e9;
    private static final double SHORTEST = 0.02;

    private WebmSound() {}

    /** 0 for what is something else. */
    static double seconds(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        if (file.length < 4 || bytes.getInt(0) != EBML) {
            return 0;
        }
        boolean isWebm = false;
        boolean isOpus = false;
        long scale = 1_000_000;
        long cluster = 0;
        long last = 0;
        while (bytes.remaining() > 1) {
            int id = id(bytes);
            long size = size(bytes);
            if (HOLDERS.contains(id)) {
                continue;
            }
            if (size < 0 || size > bytes.remaining()) {
                // Cut short, or nothing that can be passed over.
                break;
            }
            int start = bytes.position();
            switch (id) {
                case DOC_TYPE -> isWebm = word(file, start, size).equals("webm");
                case CODEC -> isOpus = word(file, start, size).equals("A_OPUS");
                case TRACK_TYPE -> {
                    if (number(bytes, start, size) != AUDIO) {
                        return 0;
                    }
                }
                case TIMESTAMP_SCALE -> scale = number(bytes, start, size);
                case CLUSTER_TIME -> cluster = number(bytes, start, size);
                case SIMPLE_BLOCK, BLOCK ->
                    last = Math.max(last, cluster + bytes.getShort(start + trackLength(file[start])));
                default -> {}
            }
            bytes.position(start + (int) size);
        }
        return isWebm && isOpus ? last * scale / NANOSECONDS + SHORTEST : 0;
    }

    private static int id(ByteBuffer bytes) {
        int first = bytes.get() & 0xff;
        int id = first;
        for (int more = Integer.numberOfLeadingZeros(first) - 24; more > 0 && more < 4; more--) {
            id = id << 8 | bytes.get() & 0xff;
        }
        return id;
    }

    /** -1 for an unknown one. */
    private static long size(ByteBuffer bytes) {
        int first = bytes.get() & 0xff;
        int length = Integer.numberOfLeadingZeros(first) - 23;
        if (length > 8) {
            return -1;
        }
        long size = first & (0xff >> length);
        boolean isUnknown = size == 0xff >> length;
        for (int i = 1; i < length; i++) {
            int next = bytes.get() & 0xff;
            isUnknown &= next == 0xff;
            size = size << 8 | next;
        }
        return isUnknown ? -1 : size;
    }

    private static long number(ByteBuffer bytes, int start, long size) {
        long number = 0;
        for (int i = 0; i < size; i++) {
            number = number << 8 | bytes.get(start + i) & 0xff;
        }
        return number;
    }

    private static int trackLength(byte first) {
        return Integer.numberOfLeadingZeros(first & 0xff) - 23;
    }

    private static String word(byte[] file, int start, long size) {
        return new String(file, start, (int) size, StandardCharsets.US_ASCII).replace("\0", "");
    }
}
