package org.portevoix.web;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a form with files sent (RFC 7578), held in memory: its fields as a {@link FormBody}, and the bytes of its files by
 * field. What is none of the kind has neither.
 */
public record UploadedForm(FormBody fields, Map<String, byte[]> files) {

    public static final String TYPE = "multipart/form-data";

    private static final UploadedForm NONE = new UploadedForm(new FormBody(Map.of()), Map.of());

    public static boolean isOne(@Nullable String contentType) {
        return contentType != null && contentType.regionMatches(true, 0, TYPE, 0, TYPE.length());
    }

    public static UploadedForm of(@Nullable String contentType, byte @Nullable [] body) {
        if (!isOne(contentType) || contentType == null || body == null) {
            return NONE;
        }
        try {
            return read(contentType, body);
        } catch (IOException | RuntimeException unreadable) {
            // Netty's exceptions for a broken body are of many kinds, even of a missing boundary.
            return NONE;
        }
    }

    private static UploadedForm read(String contentType, byte[] body) throws IOException {
        FullHttpRequest request =
                new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/", Unpooled.wrappedBuffer(body));
        request.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
        HttpPostMultipartRequestDecoder decoder = null;
        try {
            decoder = new HttpPostMultipartRequestDecoder(
                    new DefaultHttpDataFactory(false), request, StandardCharsets.UTF_8);
            Map<String, List<String>> fields = new LinkedHashMap<>();
            Map<String, byte[]> files = new LinkedHashMap<>();
            for (InterfaceHttpData part : decoder.getBodyHttpDatas()) {
                if (part instanceof FileUpload file) {
                    files.putIfAbsent(file.getName(), file.get());
                } else if (part instanceof Attribute field) {
                    fields.computeIfAbsent(field.getName(), name -> new ArrayList<>())
                            .add(field.getValue());
                }
            }
            return new UploadedForm(new FormBody(fields), files);
        } finally {
            if (decoder != null) {
                decoder.destroy();
            }
            request.release();
        }
    }

    /** Empty where none was chosen. */
    public byte[] file(String field) {
        return files.getOrDefault(field, new byte[0]);
    }
}
