print("gwlint")
