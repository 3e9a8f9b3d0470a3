package org.portevoix.recording;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A box of an MPEG-4 file (ISO/IEC 14496-12, 4.2).
 *
 * @param body where what it holds begins
 * @param end where it ends
 */
record Mp4Box(String name, int body, int end) {

    /** Of a box's head: its size and its name. */
    static final int HEADER = 8;

    /** The boxes side by side between two places, up to the first that is none. */
    static List<Mp4Box> between(ByteBuffer file, int from, int to) {
        List<Mp4Box> found = new ArrayList<>();
        int place = from;
        while (place + HEADER <= to) {
            long size = file.getInt(place) & 0xffffffffL;
            int body = place + HEADER;
            if (size == 1) {
                size = file.getLong(body);
                body += 8;
            } else if (size == 0) {
                size = to - place;
            }
            if (size < body - place || size > to - place) {
                break;
            }
            found.add(new Mp4Box(word(file, place + 4), body, place + (int) size));
            place += (int) size;
        }
        return found;
    }

    /** The boxes inside this one. */
    List<Mp4Box> inside(ByteBuffer file) {
        return between(file, body, end);
    }

    /** Four letters. */
    static String word(ByteBuffer file, int place) {
        byte[] four = new byte[4];
        file.get(place, four);
        return new String(four, StandardCharsets.ISO_8859_1);
    }
}
