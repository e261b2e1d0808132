// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/salesforce/gzip.h"

#include <QtEndian>

namespace companion::sandbox {

namespace {

    quint32 crc32Of(const QByteArray& bytes)
    {
        quint32 crc = 0xFFFFFFFFU;
        for (const char byte : bytes) {
            crc ^= static_cast<quint8>(byte);
            for (int bit = 0; bit < 8; ++bit)
                crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
        }
        return ~crc;
    }

    QByteArray littleEndian(quint32 value)
    {
        QByteArray bytes(4, '\0');
        qToLittleEndian(value, bytes.data());
        return bytes;
    }

} // namespace

QByteArray gzipped(const QByteArray& plain)
{
    // qCompress gives four bytes of length, two of zlib header, the deflate stream, four of
    // checksum.
    const QByteArray zlib = qCompress(plain);
    const QByteArray deflated = zlib.mid(6, zlib.size() - 10);
    const QByteArray header("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff", 10);
    return header + deflated + littleEndian(crc32Of(plain)) + littleEndian(quint32(plain.size()));
}

} // namespace companion::sandbox
