package org.portevoix.recording;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The beginning of a sound in MPEG-4 (ISO/IEC 14496-12): its samples up to a time, one after the other, and the tables that find
 * them. What phones add (place, device, names) is not copied. The samples themselves are not touched.
 */
final class Mp4Cut {

    private final ByteBuffer file;
    private final int seconds;
    private final List<int[]> samples = new ArrayList<>();
    private long kept;

    private Mp4Cut(byte[] file, int seconds) {
        this.file = ByteBuffer.wrap(file);
        this.seconds = seconds;
    }

    static byte[] of(byte[] file, int seconds) {
        return new Mp4Cut(file, seconds).cut();
    }

    private byte[] cut() {
        List<Mp4Box> top = Mp4Box.between(file, 0, file.capacity());
        Mp4Box movie = find(top, "moov");
        List<Mp4Box> inMovie = movie.inside(file);
        Mp4Box track = inMovie.stream()
                .filter(box -> box.name().equals("trak") && isSound(box))
                .findFirst()
                .orElseThrow();
        // Once to know how long the tables are, once with the place where the samples begin.
        byte[] type = copy(find(top, "ftyp"));
        byte[] tables = movie(find(inMovie, "mvhd"), track, 0);
        tables = movie(find(inMovie, "mvhd"), track, type.length + tables.length + Mp4Box.HEADER);
        var cut = new ByteArrayOutputStream();
        cut.writeBytes(type);
        cut.writeBytes(tables);
        var data = new ByteArrayOutputStream();
        samples.forEach(sample -> data.write(file.array(), sample[0], sample[1]));
        box("mdat", data.toByteArray(), cut);
        return cut.toByteArray();
    }

    private boolean isSound(Mp4Box track) {
        Mp4Box media = find(track.inside(file), "mdia");
        return Mp4Box.word(file, find(media.inside(file), "hdlr").body() + 8).equals("soun");
    }

    private byte[] movie(Mp4Box head, Mp4Box track, int dataStart) {
        Mp4Box media = find(track.inside(file), "mdia");
        List<Mp4Box> inMedia = media.inside(file);
        Mp4Box mediaHead = find(inMedia, "mdhd");
        long timescale = timescale(mediaHead);
        Mp4Box information = find(inMedia, "minf");
        byte[] inner = information(information, timescale, dataStart);
        var media2 = new ByteArrayOutputStream();
        media2.writeBytes(withDuration(mediaHead, 12, kept));
        media2.writeBytes(copy(find(inMedia, "hdlr")));
        box("minf", inner, media2);
        long whole = kept * timescale(head) / timescale;
        var track2 = new ByteArrayOutputStream();
        track2.writeBytes(withDuration(find(track.inside(file), "tkhd"), 16, whole));
        box("mdia", media2.toByteArray(), track2);
        var movie = new ByteArrayOutputStream();
        movie.writeBytes(withDuration(head, 12, whole));
        box("trak", track2.toByteArray(), movie);
        var out = new ByteArrayOutputStream();
        box("moov", movie.toByteArray(), out);
        return out.toByteArray();
    }

    private byte[] information(Mp4Box information, long timescale, int dataStart) {
        List<Mp4Box> inside = information.inside(file);
        Mp4Box table = find(inside, "stbl");
        List<Mp4Box> tables = table.inside(file);
        List<int[]> times = choose(tables, timescale * seconds);
        var stbl = new ByteArrayOutputStream();
        stbl.writeBytes(copy(find(tables, "stsd")));
        box("stts", times(times), stbl);
        box("stsc", ints(0, 1, 1, samples.size(), 1), stbl);
        box("stsz", sizes(), stbl);
        box("stco", ints(0, 1, dataStart), stbl);
        var minf = new ByteArrayOutputStream();
        minf.writeBytes(copy(find(inside, "smhd")));
        minf.writeBytes(copy(find(inside, "dinf")));
        box("stbl", stbl.toByteArray(), minf);
        return minf.toByteArray();
    }

    /** Notes where each sample is that ends in time; gives the lines of their times: how many, how long each. */
    private List<int[]> choose(List<Mp4Box> tables, long most) {
        samples.clear();
        kept = 0;
        int[][] places = places(tables);
        List<int[]> times = new ArrayList<>();
        int line = find(tables, "stts").body() + 8;
        int lines = file.getInt(line - 4);
        int sample = 0;
        for (int i = 0; i < lines; i++) {
            int count = file.getInt(line + i * 8);
            int length = file.getInt(line + i * 8 + 4);
            int fit = 0;
            while (fit < count && sample < places.length && kept + length <= most) {
                samples.add(places[sample++]);
                kept += length;
                fit++;
            }
            if (fit > 0) {
                times.add(new int[] {fit, length});
            }
            if (fit < count) {
                break;
            }
        }
        return times;
    }

    /** Place and size of each sample. */
    private int[][] places(List<Mp4Box> tables) {
        int sizes = find(tables, "stsz").body();
        int same = file.getInt(sizes + 4);
        int count = file.getInt(sizes + 8);
        boolean isLong = tables.stream().anyMatch(box -> box.name().equals("co64"));
        int chunks = find(tables, isLong ? "co64" : "stco").body();
        int perChunk = find(tables, "stsc").body();
        int runs = file.getInt(perChunk + 4);
        int[][] places = new int[Math.min(count, file.capacity())][];
        int sample = 0;
        for (int chunk = 1, run = 0; chunk <= file.getInt(chunks + 4) && sample < places.length; chunk++) {
            if (run + 1 < runs && file.getInt(perChunk + 8 + (run + 1) * 12) <= chunk) {
                run++;
            }
            long place = isLong
                    ? file.getLong(chunks + 8 + (chunk - 1) * 8)
                    : file.getInt(chunks + 8 + (chunk - 1) * 4) & 0xffffffffL;
            for (int i = file.getInt(perChunk + 8 + run * 12 + 4); i > 0 && sample < places.length; i--) {
                int size = same != 0 ? same : file.getInt(sizes + 12 + sample * 4);
                if (size < 0 || place + size > file.capacity()) {
                    throw new IndexOutOfBoundsException("sample " + sample);
                }
                places[sample++] = new int[] {(int) place, size};
                place += size;
            }
        }
        return java.util.Arrays.copyOf(places, sample);
    }

    private static byte[] times(List<int[]> lines) {
        ByteBuffer table = ByteBuffer.allocate(8 + lines.size() * 8).putInt(0).putInt(lines.size());
        lines.forEach(line -> table.putInt(line[0]).putInt(line[1]));
        return table.array();
    }

    private byte[] sizes() {
        ByteBuffer table =
                ByteBuffer.allocate(12 + samples.size() * 4).putInt(0).putInt(0).putInt(samples.size());
        samples.forEach(sample -> table.putInt(sample[1]));
        return table.array();
    }

    private long timescale(Mp4Box head) {
        return file.getInt(head.body() + (file.get(head.body()) == 1 ? 20 : 12)) & 0xffffffffL;
    }

    /** @param after how many bytes of the body the timescale or the number of the track stands, in version 0 */
    private byte[] withDuration(Mp4Box head, int after, long duration) {
        byte[] copy = copy(head);
        boolean isLong = file.get(head.body()) == 1;
        ByteBuffer bytes = ByteBuffer.wrap(copy);
        int place = Mp4Box.HEADER + after + 4 + (isLong ? 8 : 0);
        if (isLong) {
            bytes.putLong(place, duration);
        } else {
            bytes.putInt(place, (int) duration);
        }
        return copy;
    }

    private static Mp4Box find(List<Mp4Box> boxes, String name) {
        return boxes.stream()
                .filter(box -> box.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(name));
    }

    private byte[] copy(Mp4Box box) {
        var out = new ByteArrayOutputStream();
        byte[] body = new byte[box.end() - box.body()];
        file.get(box.body(), body);
        box(box.name(), body, out);
        return out.toByteArray();
    }

    private static void box(String name, byte[] body, ByteArrayOutputStream to) {
        to.writeBytes(ByteBuffer.allocate(4).putInt(Mp4Box.HEADER + body.length).array());
        to.writeBytes(name.getBytes(StandardCharsets.ISO_8859_1));
        to.writeBytes(body);
    }

    private static byte[] ints(int... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * 4);
        for (int number : numbers) {
            bytes.putInt(number);
        }
        return bytes.array();
    }
}
