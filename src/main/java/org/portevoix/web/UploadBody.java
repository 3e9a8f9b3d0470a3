package org.portevoix.web;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a form of the desk sent with a file in it (multipart/form-data, RFC 7578). It is read in memory alone; what can't be read
 * holds nothing.
 */
public record UploadBody(FormBody form, Map<String, byte[]> files) {

    private static final UploadBody EMPTY = new UploadBody(new FormBody(Map.of()), Map.of());

    /** Whether a body of this type holds files. */
    public static boolean isUpload(@Nullable String contentType) {
        return contentType != null && contentType.regionMatches(true, 0, "multipart/form-data", 0, 19);
    }

    public static UploadBody of(@Nullable String contentType, byte @Nullable [] body) {
        if (body == null || contentType == null || !isUpload(contentType)) {
            return EMPTY;
        }
        var request =
                new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/", Unpooled.wrappedBuffer(body));
        request.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
        try {
            var decoder = new HttpPostMultipartRequestDecoder(new DefaultHttpDataFactory(false), request);
            try {
                return read(decoder.getBodyHttpDatas());
            } finally {
                decoder.destroy();
            }
        } catch (RuntimeException unreadable) {
            // Netty's exceptions for a broken body are of many kinds, even of a missing boundary.
            return EMPTY;
        }
    }

    private static UploadBody read(List<InterfaceHttpData> parts) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        Map<String, byte[]> files = new LinkedHashMap<>();
        try {
            for (InterfaceHttpData part : parts) {
                if (part instanceof FileUpload file) {
                    files.putIfAbsent(file.getName(), file.get());
                } else if (part instanceof Attribute field) {
                    fields.computeIfAbsent(field.getName(), name -> new ArrayList<>())
                            .add(field.getString(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return new UploadBody(new FormBody(fields), files);
    }

    /** The file of this field; of no length where none was chosen. */
    public byte[] file(String field) {
        return files.getOrDefault(field, new byte[0]);
    }
}
