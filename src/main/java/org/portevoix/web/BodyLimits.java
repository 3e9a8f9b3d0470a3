package org.portevoix.web;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Bodies are held in memory before anybody is asked who sends them, so all but the desk's uploads stay small, and few uploads
 * come at once. What is too long is answered by the site's own page (application.yml, max-request-size).
 */
final class BodyLimits extends ChannelInboundHandlerAdapter {

    private static final long LONGEST_FORM = 1 << 20;
    private static final int UPLOADS_AT_ONCE = 4;
    private static final String FAR_TOO_LONG = Long.toString(1L << 40);

    private final AtomicInteger uploads;
    private boolean isUpload;
    private boolean isRefused;
    private long received;

    /** @param uploads on their way to this machine */
    BodyLimits(AtomicInteger uploads) {
        this.uploads = uploads;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            begin(request);
        }
        if (message instanceof HttpContent content) {
            received += content.content().readableBytes();
            if (!isUpload && !isRefused && received > LONGEST_FORM) {
                // Without a length before it, as no browser sends a form.
                ReferenceCountUtil.release(message);
                context.close();
                return;
            }
        }
        if (message instanceof LastHttpContent) {
            end();
        }
        context.fireChannelRead(message);
    }

    private void begin(HttpRequest request) {
        end();
        received = 0;
        boolean isLong = HttpUtil.isTransferEncodingChunked(request) || length(request) > LONGEST_FORM;
        isUpload = isLong && mayUpload(request) && uploads.incrementAndGet() <= UPLOADS_AT_ONCE;
        if (isLong && mayUpload(request) && !isUpload) {
            uploads.decrementAndGet();
        }
        isRefused = !isUpload && length(request) > LONGEST_FORM;
        if (isRefused) {
            request.headers().set(HttpHeaderNames.CONTENT_LENGTH, FAR_TOO_LONG);
        }
    }

    private void end() {
        if (isUpload) {
            isUpload = false;
            uploads.decrementAndGet();
        }
    }

    private static long length(HttpRequest request) {
        return request.decoderResult().isFailure() ? 0 : HttpUtil.getContentLength(request, 0L);
    }

    private static boolean mayUpload(HttpRequest request) {
        return request.method().equals(HttpMethod.POST)
                && request.uri().startsWith("/equipe/")
                && request.headers().contains(HttpHeaderNames.COOKIE)
                && UploadedForm.isOne(request.headers().get(HttpHeaderNames.CONTENT_TYPE));
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        end();
        context.fireChannelInactive();
    }
}
