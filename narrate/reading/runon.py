from narrate.reading.piece import Piece
def split_runon(piece: Piece) -> list[Piece]:
    return [piece]
