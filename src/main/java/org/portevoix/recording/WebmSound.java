package org.portevoix.recording;

import java.io.ByteArrayOutputStream;
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
    private static final int SEGMENT = 0x18538067;
    private static final int INFO = 0x1549A966;
    private static final int TRACKS = 0x1654AE6B;
    private static final int CLUSTER = 0x1F43B675;
    private static final int CLUSTER_TIME = 0xE7;
    private static final int SIMPLE_BLOCK = 0xA3;
    private static final int BLOCK_GROUP = 0xA0;
    private static final int BLOCK = 0xA1;
    private static final int DURATION = 0x4489;
    private static final int MUXER = 0x4D80;
    private static final int WRITER = 0x5741;
    private static final byte[] NAME = "porte-voix".getBytes(StandardCharsets.US_ASCII);
    /** EBML, Segment, Info, Tracks, TrackEntry, Cluster, BlockGroup: what is inside is read too. */
    private static final Set<Integer> HOLDERS = Set.of(EBML, SEGMENT, INFO, TRACKS, 0xAE, CLUSTER, BLOCK_GROUP);

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

    /**
     * Its head, its one track and its blocks up to that time, with the length of each part known and nothing else: no index,
     * no names of persons or devices.
     */
    static byte[] cut(byte[] file, int seconds) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        var head = new ByteArrayOutputStream();
        var segment = new ByteArrayOutputStream();
        var cluster = new ByteArrayOutputStream();
        long scale = 1_000_000;
        long time = 0;
        while (bytes.remaining() > 1) {
            int from = bytes.position();
            int id = id(bytes);
            long size = size(bytes);
            int start = bytes.position();
            if (id == SEGMENT || id == CLUSTER) {
                flush(cluster, segment);
                continue;
            }
            if (size < 0 || size > bytes.remaining()) {
                break;
            }
            int end = start + (int) size;
            bytes.position(end);
            switch (id) {
                case EBML -> head.write(file, from, end - from);
                case INFO -> {
                    scale = scale(bytes, start, end, scale);
                    element(INFO, info(scale, seconds), segment);
                }
                case TRACKS -> segment.write(file, from, end - from);
                case CLUSTER_TIME -> {
                    time = number(bytes, start, size);
                    cluster.write(file, from, end - from);
                }
                case SIMPLE_BLOCK, BLOCK_GROUP -> {
                    int block = id == SIMPLE_BLOCK ? start : block(bytes, start, end);
                    long at = block < 0 ? 0 : time + bytes.getShort(block + trackLength(file[block]));
                    if (at * scale / NANOSECONDS + SHORTEST <= seconds) {
                        cluster.write(file, from, end - from);
                    }
                }
                default -> {}
            }
        }
        flush(cluster, segment);
        element(SEGMENT, segment.toByteArray(), head);
        return head.toByteArray();
    }

    private static void flush(ByteArrayOutputStream cluster, ByteArrayOutputStream segment) {
        if (cluster.size() > 0) {
            element(CLUSTER, cluster.toByteArray(), segment);
            cluster.reset();
        }
    }

    private static long scale(ByteBuffer bytes, int start, int end, long otherwise) {
        ByteBuffer info = bytes.duplicate().position(start).limit(end);
        while (info.remaining() > 1) {
            int id = id(info);
            long size = size(info);
            if (size < 0 || size > info.remaining()) {
                break;
            }
            if (id == TIMESTAMP_SCALE) {
                return number(bytes, info.position(), size);
            }
            info.position(info.position() + (int) size);
        }
        return otherwise;
    }

    private static byte[] info(long scale, int seconds) {
        var info = new ByteArrayOutputStream();
        element(TIMESTAMP_SCALE, ByteBuffer.allocate(8).putLong(scale).array(), info);
        element(
                DURATION,
                ByteBuffer.allocate(8).putDouble(seconds * NANOSECONDS / scale).array(),
                info);
        element(MUXER, NAME, info);
        element(WRITER, NAME, info);
        return info.toByteArray();
    }

    /** Where the block of a group begins; -1 where it has none. */
    private static int block(ByteBuffer bytes, int start, int end) {
        ByteBuffer group = bytes.duplicate().position(start).limit(end);
        while (group.remaining() > 1) {
            int id = id(group);
            long size = size(group);
            if (size < 0 || size > group.remaining()) {
                break;
            }
            if (id == BLOCK) {
                return group.position();
            }
            group.position(group.position() + (int) size);
        }
        return -1;
    }

    private static void element(int id, byte[] body, ByteArrayOutputStream to) {
        byte[] name = ByteBuffer.allocate(4).putInt(id).array();
        int first = Integer.numberOfLeadingZeros(id) / 8;
        to.write(name, first, 4 - first);
        // A length of eight bytes: one that says so, and seven.
        to.writeBytes(ByteBuffer.allocate(8).putLong(1L << 56 | body.length).array());
        to.writeBytes(body);
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
