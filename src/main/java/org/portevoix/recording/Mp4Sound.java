package org.portevoix.recording;

import java.nio.ByteBuffer;
import java.util.Set;

/** AAC in MPEG-4 (ISO/IEC 14496-12, -14), as the recorders of phones write it. Its time is that of all its samples together. */
final class Mp4Sound {

    private static final Set<String> HOLDERS = Set.of("moov", "trak", "mdia", "minf", "stbl");
    /** Of an audio sample entry of version 0, up to the boxes inside it. */
    private static final int SAMPLE_ENTRY = 36;

    private static final int DECODER_CONFIG = 4;
    /** MPEG-4 AAC, MPEG-2 AAC Main, LC, SSR. */
    private static final Set<Integer> AAC = Set.of(0x40, 0x66, 0x67, 0x68);

    private final ByteBuffer file;
    private boolean hasSound;
    private boolean hasElse;
    private boolean isAac;
    private long timescale;
    private double seconds;

    private Mp4Sound(byte[] file) {
        this.file = ByteBuffer.wrap(file);
    }

    /** 0 for what is something else. */
    static double seconds(byte[] file) {
        if (file.length < 12 || !Mp4Box.word(ByteBuffer.wrap(file), 4).equals("ftyp")) {
            return 0;
        }
        Mp4Sound sound = new Mp4Sound(file);
        sound.read(0, file.length);
        return sound.hasSound && sound.isAac && !sound.hasElse ? sound.seconds : 0;
    }

    private void read(int from, int to) {
        Mp4Box.between(file, from, to).forEach(box -> box(box.name(), box.body(), box.end()));
    }

    private void box(String name, int body, int end) {
        if (HOLDERS.contains(name)) {
            read(body, end);
            return;
        }
        switch (name) {
            case "hdlr" -> handler(Mp4Box.word(file, body + 8));
            case "mdhd" -> timescale = file.getInt(body + (file.get(body) == 1 ? 20 : 12)) & 0xffffffffL;
            case "stts" -> times(body);
            case "stsd" -> isAac |= isAac(body + 8, end);
            default -> {}
        }
    }

    /** Phones add a track of their own data about the recording; a film, never. */
    private void handler(String handler) {
        hasSound |= handler.equals("soun");
        hasElse |= handler.equals("vide");
    }

    private void times(int body) {
        int lines = file.getInt(body + 4);
        long total = 0;
        for (int i = 0; i < lines; i++) {
            int line = body + 8 + i * 8;
            total += (file.getInt(line) & 0xffffffffL) * (file.getInt(line + 4) & 0xffffffffL);
        }
        if (timescale > 0) {
            seconds = Math.max(seconds, (double) total / timescale);
        }
    }

    private boolean isAac(int entry, int end) {
        if (!Mp4Box.word(file, entry + 4).equals("mp4a")) {
            return false;
        }
        // The elementary stream descriptor says which codec of the MPEG family it is; each of its lengths is one to
        // four bytes.
        for (int place = entry + SAMPLE_ENTRY; place + Mp4Box.HEADER <= end; place++) {
            if (Mp4Box.word(file, place + 4).equals("esds")) {
                return AAC.contains(objectType(place + Mp4Box.HEADER + 4));
            }
        }
        return false;
    }

    private int objectType(int descriptor) {
        int place = afterLength(descriptor + 1) + 2;
        int flags = file.get(place) & 0xff;
        place += 1 + ((flags & 0x80) != 0 ? 2 : 0) + ((flags & 0x20) != 0 ? 2 : 0);
        return file.get(place) == DECODER_CONFIG ? file.get(afterLength(place + 1)) & 0xff : -1;
    }

    private int afterLength(int place) {
        int at = place;
        while ((file.get(at) & 0x80) != 0) {
            at++;
        }
        return at + 1;
    }
}
