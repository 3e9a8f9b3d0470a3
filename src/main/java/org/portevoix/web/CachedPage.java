package org.portevoix.web;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * The finished bytes of a page: plain, and compressed as one gzip member (RFC 1952). A page with a form has a place for
 * the form's random key, put in at each answer; in the compressed bytes the key is a stored block (RFC 1951, 3.2.4)
 * between two compressed parts of the one member, since a browser shows only the first of two members.
 */
final class CachedPage {

    private static final byte[] GZIP_HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    private static final int STORED_BLOCK_HEADER = 5;
    private static final int TRAILER = 8;

    private final Set<String> tags;
    private final @Nullable Instant until;
    private final String contentType;
    private final byte[] plain;
    private final byte[] gzip;
    private final int keyInPlain;
    private final int keyInGzip;
    private final String etag;
    private final AtomicReferenceArray<Finished> finished = new AtomicReferenceArray<>(4);

    CachedPage(String contentType, String body, Set<String> tags, @Nullable Instant until) {
        this.contentType = contentType;
        this.tags = tags;
        this.until = until;
        plain = body.getBytes(StandardCharsets.UTF_8);
        int place = body.indexOf(Drawing.FORM_KEY_PLACE);
        keyInPlain = place < 0 ? -1 : body.substring(0, place).getBytes(StandardCharsets.UTF_8).length;
        var out = new ByteArrayOutputStream(plain.length / 3);
        out.writeBytes(GZIP_HEADER);
        if (keyInPlain < 0) {
            deflate(plain, 0, plain.length, true, out);
            keyInGzip = -1;
        } else {
            int key = Drawing.FORM_KEY_PLACE.length();
            deflate(plain, 0, keyInPlain, false, out);
            keyInGzip = out.size() + STORED_BLOCK_HEADER;
            out.writeBytes(new byte[] {0, (byte) key, 0, (byte) ~key, (byte) 0xff});
            out.write(plain, keyInPlain, key);
            deflate(plain, keyInPlain + key, plain.length - keyInPlain - key, true, out);
        }
        out.writeBytes(new byte[TRAILER]);
        gzip = out.toByteArray();
        writeTrailer(gzip, plain);
        etag = HexFormat.of().formatHex(Digests.sha256(plain), 0, 8);
    }

    /** A file that is compressed already: the same bytes to all. */
    CachedPage(String contentType, byte[] body, Set<String> tags, @Nullable Instant until) {
        this.contentType = contentType;
        this.tags = tags;
        this.until = until;
        plain = body;
        gzip = body;
        keyInPlain = -1;
        keyInGzip = -1;
        etag = HexFormat.of().formatHex(Digests.sha256(plain), 0, 8);
    }

    /** Whether its bytes may be given compressed. */
    boolean isCompressible() {
        return plain != gzip;
    }

    boolean hasForm() {
        return keyInPlain >= 0;
    }

    String contentType() {
        return contentType;
    }

    Set<String> tags() {
        return tags;
    }

    boolean isTrueAt(Instant now) {
        return until == null || now.isBefore(until);
    }

    /** Of the plain bytes and of the compressed ones: two, as RFC 9110 (8.8.3) asks. */
    String etag(boolean compressed) {
        return compressed ? '"' + etag + "-gz\"" : '"' + etag + '"';
    }

    int weight() {
        return plain.length + (isCompressible() ? gzip.length : 0) + 512;
    }

    byte[] bytes(boolean compressed) {
        return compressed ? gzip : plain;
    }

    /** A copy with this form key in its place. */
    byte[] bytes(boolean compressed, byte[] key) {
        byte[] body = Arrays.copyOf(plain, plain.length);
        System.arraycopy(key, 0, body, keyInPlain, key.length);
        if (!compressed) {
            return body;
        }
        byte[] copy = Arrays.copyOf(gzip, gzip.length);
        System.arraycopy(key, 0, copy, keyInGzip, key.length);
        writeTrailer(copy, body);
        return copy;
    }

    /** What was made of this page for the wire, once. */
    Finished finished(boolean compressed, boolean hasBody, Finish finish) {
        int place = (compressed ? 1 : 0) + (hasBody ? 2 : 0);
        Finished made = finished.get(place);
        if (made == null) {
            made = finish.finish(this, compressed, hasBody);
            finished.set(place, made);
        }
        return made;
    }

    /** Headers that nobody changes, and a body outside the heap, as a socket takes it. */
    record Finished(HttpHeaders headers, ByteBuf body) {}

    /** Makes the answer of a page. */
    interface Finish {
        Finished finish(CachedPage page, boolean compressed, boolean hasBody);
    }

    private static void deflate(byte[] from, int offset, int length, boolean last, ByteArrayOutputStream out) {
        try (var deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
            deflater.setInput(from, offset, length);
            if (last) {
                deflater.finish();
            }
            byte[] buffer = new byte[8192];
            int written;
            do {
                written = deflater.deflate(buffer, 0, buffer.length, last ? Deflater.NO_FLUSH : Deflater.SYNC_FLUSH);
                out.write(buffer, 0, written);
            } while (last ? !deflater.finished() : written == buffer.length);
        }
    }

    private static void writeTrailer(byte[] member, byte[] body) {
        CRC32 crc = new CRC32();
        crc.update(body);
        int at = member.length - TRAILER;
        writeLittleEndian(member, at, (int) crc.getValue());
        writeLittleEndian(member, at + 4, body.length);
    }

    private static void writeLittleEndian(byte[] bytes, int at, int value) {
        for (int i = 0; i < 4; i++) {
            bytes[at + i] = (byte) (value >>> (8 * i));
        }
    }
}
