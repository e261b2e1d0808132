// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <algorithm>
#include <functional>

namespace companion {

//! \brief Long work in small pieces, one for each turn of the event loop: clicks, calls and
//! painting have their turns in between. One work at a time; the first piece is done at once.
class Slices : public QObject
{
    Q_OBJECT

public:
    using Piece = std::function<bool()>; //!< whether there is more to do
    using Done = std::function<void()>;

    explicit Slices(QObject* parent = nullptr);

    void run(Piece piece, Done done);
    //! \p work for \p all, \p size of them at a time, until it says false.
    template <typename T>
    void run(const QList<T>& all, qsizetype size, const std::function<bool(const QList<T>&)>& work,
             Done done)
    {
        run(
            [all, size, work, at = qsizetype(0)]() mutable {
                const auto piece = all.mid(at, size);
                at += size;
                return (piece.isEmpty() || work(piece)) && at < all.size();
            },
            std::move(done));
    }

private:
    void onTurn();

    QTimer
        m_turn; // of no time: a posted event would be followed by the next without a turn between
    Piece m_piece;
    Done m_done;
};

} // namespace companion
