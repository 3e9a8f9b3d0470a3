package org.portevoix.web;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/**
 * Answers plain requests for kept pages on the connection itself, before a request of Micronaut's is even made: that
 * alone would cost twice the answer. Whatever is not plain (a form's page, a pipeline of requests, an old protocol) goes
 * on to {@link PageCacheFilter}.
 */
final class PageCacheHandler extends ChannelDuplexHandler {

    private final PageCache cache;
    private final PageAnswers answers;
    /** Requests that went on and are not answered yet: answers keep the order of requests (RFC 9112, 9.3.2). */
    private int waiting;

    private boolean isProvisional;
    private boolean isAnswered;
    private boolean hasWritten;

    PageCacheHandler(PageCache cache, PageAnswers answers) {
        this.cache = cache;
        this.answers = answers;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            nameFault(request);
            CachedPage page = waiting == 0 && context.channel().isWritable() ? page(request) : null;
            isAnswered = page != null;
            if (page == null) {
                waiting++;
            } else {
                context.write(answers.answer(request, page), context.voidPromise());
                hasWritten = true;
            }
        }
        if (isAnswered) {
            ReferenceCountUtil.release(message);
        } else {
            context.fireChannelRead(message);
        }
    }

    /** A length that is no number, say: Netty gives any exception for it, and it would be taken for a fault of ours. */
    private static void nameFault(HttpRequest request) {
        DecoderResult result = request.decoderResult();
        if (result.isFailure() && result.cause() instanceof IllegalArgumentException unreadable) {
            request.setDecoderResult(DecoderResult.failure(new DecoderException(unreadable)));
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (hasWritten) {
            hasWritten = false;
            context.flush();
        }
        context.fireChannelReadComplete();
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse response) {
            isProvisional = response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        }
        if (message instanceof LastHttpContent && !isProvisional) {
            waiting--;
        }
        context.write(message, promise);
    }

    private @Nullable CachedPage page(HttpRequest request) {
        if (!request.method().equals(HttpMethod.GET)
                || !request.protocolVersion().equals(HttpVersion.HTTP_1_1)
                || request.decoderResult().isFailure()
                || !isPlain(request.headers())) {
            return null;
        }
        String address = PageAddress.of(request.uri());
        CachedPage page = address == null ? null : cache.find(address);
        return page == null || page.hasForm() ? null : page;
    }

    private static boolean isPlain(HttpHeaders headers) {
        return !headers.contains(HttpHeaderNames.CONTENT_LENGTH)
                && !headers.contains(HttpHeaderNames.TRANSFER_ENCODING)
                && !headers.contains(HttpHeaderNames.EXPECT)
                && !headers.contains(HttpHeaderNames.UPGRADE)
                && isKept(headers.get(HttpHeaderNames.CONNECTION));
    }

    private static boolean isKept(@Nullable String connection) {
        return connection == null || connection.equalsIgnoreCase("keep-alive");
    }
}
